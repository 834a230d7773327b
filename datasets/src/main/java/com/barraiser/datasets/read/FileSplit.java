package com.barraiser.datasets.read;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/**
 * A part of a file that one task reads: the lines that begin in it.
 *
 * @param path the file with its file system's scheme
 * @param start the first byte
 * @param end the byte after the last; a compressed file is one split without an end
 */
record FileSplit(String path, long start, long end) implements Serializable {

  /** As large as Hadoop's blocks of local files. */
  private static final long MOST_BYTES = 32L << 20;

  /** Less is not worth a task. */
  private static final long LEAST_BYTES = 4L << 20;

  /** Cuts the files, so that a file of some size keeps all cores busy. */
  static List<FileSplit> of(Configuration hadoop, Source source, int cores) throws IOException {
    long size = Math.max(LEAST_BYTES, Math.min(MOST_BYTES, source.bytes() / cores + 1));
    CompressionCodecFactory codecs = new CompressionCodecFactory(hadoop);
    List<FileSplit> splits = new ArrayList<>();
    for (Path file : source.files()) {
      if (codecs.getCodec(file) != null) {
        splits.add(new FileSplit(file.toString(), 0, Long.MAX_VALUE));
      } else {
        long length = file.getFileSystem(hadoop).getFileStatus(file).getLen();
        for (long start = 0; start == 0 || start < length; start += size) {
          splits.add(new FileSplit(file.toString(), start, Math.min(length, start + size)));
        }
      }
    }
    return splits;
  }
}
