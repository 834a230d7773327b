package com.barraiser.datasets.local;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFs;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FsConstants;
import org.apache.hadoop.fs.FsServerDefaults;
import org.apache.hadoop.fs.Path;

/** The same files as {@link LocalFiles} for Hadoop's other interface, which Delta commits with. */
public final class LocalFileContext extends ChecksumFs {

  /** Called by Hadoop. */
  public LocalFileContext(URI uri, Configuration configuration)
      throws IOException, URISyntaxException {
    super(new Raw(uri, configuration));
  }

  private static final class Raw extends DelegateToFileSystem {

    private static final Path ANY = new Path("/");

    private Raw(URI uri, Configuration configuration) throws IOException, URISyntaxException {
      super(uri, new RawLocalFiles(), configuration, FsConstants.LOCAL_FS_URI.getScheme(), false);
    }

    @Override
    public int getUriDefaultPort() {
      return -1;
    }

    @Override
    public FsServerDefaults getServerDefaults(Path path) throws IOException {
      return fsImpl.getServerDefaults(path);
    }

    /** Hadoop still asks its checksums for them this way. */
    @Override
    @Deprecated
    public FsServerDefaults getServerDefaults() throws IOException {
      return getServerDefaults(ANY);
    }

    /** Names are for the operating system to judge. */
    @Override
    public boolean isValidName(String name) {
      return true;
    }
  }
}
