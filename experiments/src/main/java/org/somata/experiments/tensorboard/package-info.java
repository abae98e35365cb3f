/** TensorBoard's event files: TFRecords of protobuf messages, each a step's scalars. */
package org.somata.experiments.tensorboard;
