package com.barraiser.datasets.local;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/** Hadoop's local files, with what it starts a process for done by the JVM. */
final class RawLocalFiles extends RawLocalFileSystem {

  private static final String UNIX = "unix";
  private static final String MODE = UNIX + ":mode";
  private static final int SET_IDS = 06000;

  @Override
  public void setPermission(Path path, FsPermission permission) throws IOException {
    java.nio.file.Path file = pathToFile(path).toPath();
    if (!file.getFileSystem().supportedFileAttributeViews().contains(UNIX)) {
      super.setPermission(path, permission);
      return;
    }
    int mode = permission.toShort();
    if (Files.isDirectory(file)) {
      // As chmod has it: a folder goes on handing its group to what is made in it.
      mode |= (int) Files.getAttribute(file, MODE) & SET_IDS;
    }
    Files.setAttribute(file, MODE, mode);
  }

  /** Whoever renames a file in a context asks for its old and its new name, twice. */
  @Override
  public FileStatus getFileLinkStatus(Path path) throws IOException {
    return Files.isSymbolicLink(pathToFile(path).toPath())
        ? super.getFileLinkStatus(path)
        : getFileStatus(path);
  }
}
