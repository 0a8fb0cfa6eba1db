package govsearch.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that is gone when it is closed. A process that is killed leaves its folders behind; the
 * next one finds them by a lock file beside each, which its owner holds for as long as it lives.
 */
public final class TemporaryFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);
  private static final String PREFIX = "govsearch-";
  private static final String LOCK = ".lock";
  private static final int MOST_TRIES = 10;

  /** A process that opens and closes a file that it has locked gives up its lock. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final Path lockFile;
  private final FileChannel lock;

  private TemporaryFolder(Path path, Path lockFile, FileChannel lock) {
    this.path = path;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * A new folder, where the system has such folders.
   *
   * @param purpose a word of ASCII letters, for whoever finds it
   */
  public static TemporaryFolder create(String purpose) throws IOException {
    for (int i = 0; i < MOST_TRIES; i++) {
      Path lockFile = Files.createTempFile(parent(), PREFIX + purpose, LOCK).toRealPath();
      OWN.add(lockFile);
      FileChannel channel = lock(lockFile);
      if (channel != null) {
        Path folder = folder(lockFile);
        Files.createDirectory(folder);
        return new TemporaryFolder(folder, lockFile, channel);
      }
      OWN.remove(lockFile); // another process took it for one that was left, and removed it
    }
    throw new IOException("no lock is to be had in " + parent());
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  @Override
  public void close() {
    if (delete(path)) {
      unlock(lockFile, lock);
    } else {
      closeQuietly(lock); // the next start tries again
    }
    OWN.remove(lockFile);
  }

  /**
   * Removes folders whose owners are gone.
   *
   * @return how many there were
   */
  public static int dropLeftovers() {
    int dropped = 0;
    try (DirectoryStream<Path> locks = Files.newDirectoryStream(parent(), PREFIX + "*" + LOCK)) {
      Set<Path> others = new HashSet<>();
      for (Path lockFile : locks) {
        others.add(lockFile.toRealPath());
      }
      others.removeAll(OWN);
      for (Path lockFile : others) {
        dropped += drop(lockFile) ? 1 : 0;
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("temporary files not looked through", e);
    }
    return dropped;
  }

  private static boolean drop(Path lockFile) {
    try {
      FileChannel channel = lock(lockFile);
      if (channel == null) {
        return false;
      }
      boolean was = Files.isDirectory(folder(lockFile));
      if (delete(folder(lockFile))) {
        unlock(lockFile, channel);
        return was;
      }
      closeQuietly(channel);
    } catch (IOException e) { // another person's
      LOG.debug("{} is not looked at", lockFile, e);
    }
    return false;
  }

  private static Path parent() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  private static Path folder(Path lockFile) {
    String name = String.valueOf(lockFile.getFileName());
    return lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length()));
  }

  /** A channel that holds the lock; null if another process has it, or had and removed it. */
  private static @Nullable FileChannel lock(Path lockFile) throws IOException {
    FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null && Files.exists(lockFile)) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // this process has it
    }
    closeQuietly(channel);
    return null;
  }

  private static void unlock(Path lockFile, FileChannel channel) {
    try (channel) {
      Files.deleteIfExists(lockFile);
    } catch (IOException e) {
      LOG.warn("a temporary file is left: {}", lockFile, e);
    }
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("a lock was not given back", e);
    }
  }

  /** Removes a folder with all that is in it, as far as it can be removed; tells whether it was. */
  public static boolean delete(Path folder) {
    try {
      if (!Files.exists(folder)) {
        return true;
      }
      List<Path> deepestFirst;
      try (Stream<Path> all = Files.walk(folder)) {
        deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
      return true;
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("temporary files are left in {}: {}", folder, e.toString());
      return false;
    }
  }
}
