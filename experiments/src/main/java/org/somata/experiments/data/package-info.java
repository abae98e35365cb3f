/**
 * Datasets: {@link org.somata.experiments.data.Datasets} finds them (in the program, in the cache, at a source, in
 * a folder of the user's), a {@link org.somata.experiments.data.Format} or a
 * {@link org.somata.experiments.data.FolderFormat} reads their files, {@link org.somata.experiments.data.Split} and
 * {@link org.somata.experiments.data.Order} hand them out. Nothing is believed before it is checked: neither a header
 * against the size of its file nor a file against its SHA-256.
 */
package org.somata.experiments.data;
