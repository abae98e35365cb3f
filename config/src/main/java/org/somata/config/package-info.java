/**
 * Files of experiments and of sweeps as typed records: {@link org.somata.config.ConfigReader} and
 * {@link org.somata.config.SweepReader} read YAML or JSON strictly and name the file, line, column and key of whatever
 * is wrong, {@link org.somata.config.ConfigWriter} writes a configuration with
 * everything resolved, and {@link org.somata.config.ConfigSchema} describes the files to editors.
 *
 * <p>Nothing here knows what a network is; whoever builds one from these records translates.
 */
package org.somata.config;
