/** Time that passes: how long links and layers take, and what links lose and repeat. Nothing here knows of tensors. */
package org.somata.model.timing;
