package com.barraiser.datasets.read;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.BlockLocation;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;

/**
 * A part of a file that one task reads: the lines that begin in it.
 *
 * @param path the file with its file system's scheme
 * @param start the first byte
 * @param end the byte after the last; a compressed file is one split without an end
 * @param hosts the machines that have it, as far as the file system knows
 */
record FileSplit(String path, long start, long end, List<String> hosts) implements Serializable {

  /** As large as Hadoop's blocks of local files. */
  private static final long MOST_BYTES = 32L << 20;

  /** Less is not worth a task. */
  private static final long LEAST_BYTES = 4L << 20;

  /** Copies the list. */
  FileSplit {
    hosts = List.copyOf(hosts);
  }

  /** A split of a file that lies anywhere. */
  FileSplit(String path, long start, long end) {
    this(path, start, end, List.of());
  }

  /**
   * Cuts the files, so that a file of some size keeps all cores busy. Hadoop's setting for the
   * largest split is obeyed.
   */
  static List<FileSplit> of(Configuration hadoop, Source source, int cores) throws IOException {
    long wanted = Math.max(LEAST_BYTES, Math.min(MOST_BYTES, source.bytes() / cores + 1));
    long size = Math.min(wanted, hadoop.getLong(FileInputFormat.SPLIT_MAXSIZE, MOST_BYTES));
    CompressionCodecFactory codecs = new CompressionCodecFactory(hadoop);
    List<FileSplit> splits = new ArrayList<>();
    for (Path file : source.files()) {
      if (FileBytes.codec(codecs, file).isPresent()) {
        splits.add(new FileSplit(file.toString(), 0, Long.MAX_VALUE));
      } else {
        cut(file.getFileSystem(hadoop), file, size, splits);
      }
    }
    return splits;
  }

  /** Whether it is a whole compressed file. */
  boolean isCompressed() {
    return end == Long.MAX_VALUE;
  }

  /** How many bytes it has. */
  long bytes() {
    return end - start;
  }

  private static void cut(FileSystem files, Path file, long size, List<FileSplit> splits)
      throws IOException {
    FileStatus status = files.getFileStatus(file);
    long length = status.getLen();
    // A local file is on no other machine, and asking costs.
    BlockLocation[] blocks =
        files.getScheme().equals("file")
            ? new BlockLocation[0]
            : files.getFileBlockLocations(status, 0, length);
    for (long start = 0; start == 0 || start < length; start += size) {
      long end = Math.min(length, start + size);
      splits.add(new FileSplit(file.toString(), start, end, hosts(blocks, start)));
    }
  }

  /** An object store says {@code localhost}, which is no machine of a cluster. */
  private static List<String> hosts(BlockLocation[] blocks, long at) throws IOException {
    for (BlockLocation block : blocks) {
      if (block.getOffset() <= at && at < block.getOffset() + block.getLength()) {
        return Arrays.stream(block.getHosts()).filter(host -> !host.equals("localhost")).toList();
      }
    }
    return List.of();
  }
}
