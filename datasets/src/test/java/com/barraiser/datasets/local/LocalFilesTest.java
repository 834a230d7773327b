package com.barraiser.datasets.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Hadoop's own local files do is what these have to do. */
final class LocalFilesTest {

  private static final URI LOCAL = URI.create("file:///");
  private static final FsPermission STICKY = new FsPermission((short) 01755);

  @TempDir private java.nio.file.Path folder;

  private Configuration ours;
  private Configuration hadoops;

  @BeforeEach
  void configure() {
    hadoops = new Configuration();
    ours = new Configuration();
    LocalFiles.SETTINGS.forEach(
        (name, value) -> ours.set(name.substring("spark.hadoop.".length()), value));
  }

  @Test
  void filesAndFoldersHaveTheModesThatHadoopGivesThem() throws IOException {
    for (String mask : List.of("022", "027", "077")) {
      assertThat(modesUnder(ours, "ours-" + mask, mask))
          .isEqualTo(modesUnder(hadoops, "hadoops-" + mask, mask));
    }
  }

  /** Of a folder, a file in it, and the checksum of the file. */
  private List<String> modesUnder(Configuration configuration, String name, String mask)
      throws IOException {
    configuration.set("fs.permissions.umask-mode", mask);
    FileSystem files = FileSystem.newInstance(LOCAL, configuration);
    java.nio.file.Path made = folder.resolve(name);
    assertThat(files.mkdirs(path(made))).isTrue();
    write(files.create(path(made.resolve("file"))), "text");
    return Stream.of(made, made.resolve("file"), made.resolve(".file.crc"))
        .map(this::mode)
        .toList();
  }

  @Test
  void modesAreSetAndReadAgain() throws IOException {
    FileSystem files = FileSystem.newInstance(LOCAL, ours);
    assertThat(files).isInstanceOf(LocalFileSystem.class);
    Path file = path(folder.resolve("it's a file"));
    write(files.create(file), "text");
    for (short mode : new short[] {0600, 0644, 0755, 0400, 0777}) {
      files.setPermission(file, new FsPermission(mode));
      assertThat(files.getFileStatus(file).getPermission().toShort()).isEqualTo(mode);
    }
    Path made = path(folder.resolve("sticky"));
    files.mkdirs(made);
    files.setPermission(made, STICKY);
    assertThat(files.getFileStatus(made).getPermission()).isEqualTo(STICKY);
  }

  @Test
  void modeOfAFileThatIsNotThereIsRefused() throws IOException {
    FileSystem files = FileSystem.newInstance(LOCAL, ours);
    Path none = path(folder.resolve("none"));
    assertThatThrownBy(() -> files.setPermission(none, FsPermission.getFileDefault()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none");
  }

  /** Two runs that commit the same version of a Delta table meet here. */
  @Test
  void renameNeverReplacesAFile() throws IOException {
    FileContext files = FileContext.getFileContext(LOCAL, ours);
    assertThat(files.getDefaultFileSystem()).isInstanceOf(LocalFileContext.class);
    Path first = create(files, "first");
    Path second = create(files, "second");
    Path version = path(folder.resolve("00000.json"));
    files.rename(first, version);
    assertThatThrownBy(() -> files.rename(second, version))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(folder.resolve("00000.json")).hasContent("first");
    files.rename(second, version, Rename.OVERWRITE);
    assertThat(folder.resolve("00000.json")).hasContent("second");
    assertThat(folder.resolve(".00000.json.crc")).exists();
  }

  @Test
  void linksAreWhatHadoopTakesThemFor() throws IOException {
    java.nio.file.Path target = Files.writeString(folder.resolve("target"), "text");
    Path link = path(Files.createSymbolicLink(folder.resolve("link"), target));
    Path dangling =
        path(Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("no")));
    FileContext files = FileContext.getFileContext(LOCAL, ours);
    FileContext others = FileContext.getFileContext(LOCAL, hadoops);
    for (Path file : List.of(path(target), link)) {
      assertThat(files.getFileLinkStatus(file)).isEqualTo(others.getFileLinkStatus(file));
      assertThat(files.getFileLinkStatus(file).isSymlink())
          .isEqualTo(others.getFileLinkStatus(file).isSymlink());
    }
    assertThatThrownBy(() -> files.getFileStatus(dangling)).isInstanceOf(IOException.class);
  }

  private Path create(FileContext files, String name) throws IOException {
    Path file = path(folder.resolve(name));
    write(files.create(file, EnumSet.of(CreateFlag.CREATE)), name);
    return file;
  }

  private static void write(FSDataOutputStream stream, String text) throws IOException {
    try (stream) {
      stream.write(text.getBytes(UTF_8));
    }
  }

  private static Path path(java.nio.file.Path file) {
    return new Path(file.toUri());
  }

  private String mode(java.nio.file.Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
