package govsearch.library;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the files that reports were read from, by the hash of their bytes, so that a link to a
 * source outlives the folder it came from. They are appended to packs, and are on disk once {@link
 * #sync} returns: one file and one wait for the disk each would take longer than all else. Safe for
 * use by many threads; of several stores of one folder only one may write at a time.
 */
public final class SourceStore {

  private static final String FOLDER = "sources";
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final Path folder;
  private final SourceDictionary dictionary;
  private final SourcePacks packs;

  /** Sources that were appended since the last sync, by hash: their places in the open pack. */
  private final TreeMap<byte[], Long> pending = new TreeMap<>(Arrays::compareUnsigned);

  private @Nullable SourcePack open;
  private @Nullable FileChannel channel;
  private long end;

  /**
   * The store of an index.
   *
   * @param index the index's directory
   */
  public SourceStore(Path index) {
    folder = folder(index);
    dictionary = new SourceDictionary(folder);
    packs = new SourcePacks(folder);
  }

  /** Where the sources of an index are. */
  static Path folder(Path index) {
    return index.resolve(FOLDER);
  }

  /** Keeps all that another store has. */
  public void keepAll(SourceStore other) throws IOException {
    for (SourcePack pack : other.packs.all()) {
      for (int i = 0; i < pack.count(); i++) {
        byte[] hash = pack.hash(i);
        byte[] bytes = SourceRecord.read(pack.data(), pack.place(hash), hash, other.dictionary);
        keep(HexFormat.of().formatHex(hash), bytes);
      }
    }
  }

  /**
   * Keeps a file; one that is kept already is left as it is.
   *
   * @param sha256 of {@code bytes}, lower-case hexadecimal
   */
  public void keep(String sha256, byte[] bytes) throws IOException {
    byte[] hash = hash(sha256);
    synchronized (this) {
      if (isKept(hash)) {
        return;
      }
    }
    Files.createDirectories(folder);
    append(hash, SourceRecord.of(hash, bytes, dictionary.forSource(bytes)));
  }

  private synchronized void append(byte[] hash, ByteBuffer record) throws IOException {
    if (isKept(hash)) { // another thread was quicker
      return;
    }
    FileChannel out = channel == null ? begin() : channel;
    long place = end;
    while (record.hasRemaining()) {
      end += out.write(record, end);
    }
    pending.put(hash, place);
  }

  /** Opens the last pack to append to it, or a new one. */
  private FileChannel begin() throws IOException {
    SourcePack last = packs.last();
    open = last;
    end = last.covered();
    channel = FileChannel.open(last.data(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return channel;
  }

  /** Makes everything that was kept so far durable, and seen by others. */
  public synchronized void sync() throws IOException {
    SourcePack pack = open;
    FileChannel out = channel;
    if (pack == null || out == null) {
      return;
    }
    try (out) {
      if (!pending.isEmpty()) {
        out.truncate(end);
        out.force(true); // a power cut must not leave a place without its bytes
        pack.with(pending, end, hash -> false);
      }
    } finally {
      pending.clear();
      open = null;
      channel = null;
      packs.forget();
    }
  }

  /**
   * Forgets what was kept since the last sync, as a run that fails must: else the place to append
   * at would be of then, and what another process has appended since would be written over.
   */
  public synchronized void rollback() {
    FileChannel out = channel;
    pending.clear();
    open = null;
    channel = null;
    packs.forget();
    if (out != null) {
      try {
        out.close();
      } catch (IOException e) {
        // what was written is nobody's, and it is closed in any case
      }
    }
  }

  /** Whether a file is kept. */
  public synchronized boolean contains(String sha256) {
    try {
      return isKept(hash(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isKept(byte[] hash) throws IOException {
    return pending.containsKey(hash) || packs.holder(hash) != null;
  }

  /** Opens a file as it came; empty if it is not kept. The caller closes it. */
  public Optional<InputStream> open(String sha256) throws IOException {
    byte[] hash = hash(sha256);
    Long place;
    SourcePack pack;
    synchronized (this) {
      place = pending.get(hash);
      pack = place == null ? packs.holder(hash) : open;
    }
    if (pack == null) {
      return Optional.empty();
    }
    long from = place == null ? pack.place(hash) : place;
    try {
      return Optional.of(
          new ByteArrayInputStream(SourceRecord.read(pack.data(), from, hash, dictionary)));
    } catch (NoSuchFileException e) { // who writes has moved what is left of the pack
      synchronized (this) {
        packs.forget();
        pack = packs.holder(hash);
      }
      return pack == null
          ? Optional.empty()
          : Optional.of(
              new ByteArrayInputStream(
                  SourceRecord.read(pack.data(), pack.place(hash), hash, dictionary)));
    }
  }

  /**
   * Whether what texts are deflated against is as it was written, or was never needed.
   *
   * @return false if what is there cannot be used
   */
  boolean isDictionaryWhole() {
    return dictionary.isWhole();
  }

  /** Drops files that no report needs any more; one that is not kept is no error. */
  public synchronized void drop(Collection<String> sha256s) throws IOException {
    if (!sha256s.isEmpty()) {
      TreeSet<byte[]> gone = new TreeSet<>(Arrays::compareUnsigned);
      sha256s.forEach(sha256 -> gone.add(hash(sha256)));
      dropAll(gone::contains);
    }
  }

  /** Drops what runs that were killed have left half written. Only for who alone writes. */
  public synchronized void dropLeftovers() throws IOException {
    packs.dropLeftovers();
  }

  /** Drops every file but those that are needed, and what interrupted runs have left. */
  public synchronized void retain(Predicate<String> isNeeded) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    sync();
    packs.dropLeftovers();
    packs.dropFormer();
    dropAll(hash -> !isNeeded.test(HexFormat.of().formatHex(hash)));
  }

  private void dropAll(Predicate<byte[]> gone) throws IOException {
    sync();
    packs.drop(gone);
  }

  private static byte[] hash(String sha256) {
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not a SHA-256: " + sha256);
    }
    return HexFormat.of().parseHex(sha256);
  }
}
