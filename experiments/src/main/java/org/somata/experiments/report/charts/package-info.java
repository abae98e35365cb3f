/** Charts as SVG: legible on paper and in shades of grey, and no larger than what the eye can see. */
package org.somata.experiments.report.charts;
