package com.barraiser.datasets.read;

import com.barraiser.datasets.DataException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.io.compress.SplittableCompressionCodec;
import org.apache.hadoop.io.compress.SplittableCompressionCodec.READ_MODE;
import org.apache.spark.TaskContext;

/** The bytes of text files, decompressed where a file's name says that it is compressed. */
final class FileBytes {

  private FileBytes() {}

  /**
   * Opens a file.
   *
   * @param start the first byte, 0 if the file is compressed
   */
  static InputStream open(String file, long start, Configuration hadoop) throws IOException {
    Path path = new Path(file);
    FSDataInputStream bytes = path.getFileSystem(hadoop).open(path);
    try {
      bytes.seek(start);
      Optional<CompressionCodec> codec = codec(new CompressionCodecFactory(hadoop), path);
      return codec.isPresent() ? decompressed(bytes, codec.get()) : bytes;
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /** What a file is compressed with, as its name says in small letters or in capitals. */
  static Optional<CompressionCodec> codec(CompressionCodecFactory codecs, Path file) {
    return Optional.ofNullable(
        codecs.getCodec(new Path(Path.SEPARATOR + file.getName().toLowerCase(Locale.ROOT))));
  }

  /** Closes it when the task ends, however it does. */
  static void closeWithTask(Closeable file) {
    TaskContext.get()
        .addTaskCompletionListener(
            ended -> {
              try {
                file.close();
              } catch (IOException e) {
                throw new DataException("cannot close a file: " + e.getMessage(), e);
              }
            });
  }

  /** Read by block, bzip2 goes on behind the end of one of several streams in a file. */
  private static InputStream decompressed(FSDataInputStream bytes, CompressionCodec codec)
      throws IOException {
    return codec instanceof SplittableCompressionCodec blocks
        ? blocks.createInputStream(bytes, null, 0, Long.MAX_VALUE, READ_MODE.BYBLOCK)
        : codec.createInputStream(bytes);
  }
}
