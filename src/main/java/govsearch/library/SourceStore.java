package govsearch.library;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
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
  private static final Pattern NUMBER = Pattern.compile("([0-9]{6})\\.pack");

  /** A pack that is longer is appended to no more; what is dropped of it costs its half to win. */
  private static final long LONG = 64L << 20;

  /** A source is read once in a while, and written by the ten thousands. */
  private static final int LEVEL = 4;

  private final Path folder;
  private List<SourcePack> packs = List.of();
  private @Nullable FileTime listed;

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
    folder = index.resolve(FOLDER);
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
    Deflater deflater = new Deflater(LEVEL);
    byte[] deflated = new byte[bytes.length + bytes.length / 1000 + 64];
    int packed;
    try {
      deflater.setInput(bytes);
      deflater.finish();
      packed = deflater.deflate(deflated);
    } finally {
      deflater.end();
    }
    append(hash, SourcePack.record(hash, bytes.length, deflated, packed));
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
    Files.createDirectories(folder);
    look();
    SourcePack last = packs.isEmpty() ? null : packs.getLast();
    if (last == null || last.covered() >= LONG) {
      last = SourcePack.empty(folder.resolve("%06d.pack".formatted(1 + highest())));
    }
    open = last;
    end = last.covered();
    channel = FileChannel.open(last.data(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return channel;
  }

  /** The highest number of any pack, one without an index included. */
  private int highest() throws IOException {
    int highest = 0;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path file : all) {
        var number = NUMBER.matcher(file.getFileName().toString());
        highest = number.matches() ? Math.max(highest, Integer.parseInt(number.group(1))) : highest;
      }
    }
    return highest;
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
      forget();
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
    return pending.containsKey(hash) || holder(hash) != null;
  }

  /** Opens a file as it came; empty if it is not kept. The caller closes it. */
  public Optional<InputStream> open(String sha256) throws IOException {
    byte[] hash = hash(sha256);
    Long place;
    SourcePack pack;
    synchronized (this) {
      place = pending.get(hash);
      pack = place == null ? holder(hash) : open;
    }
    if (pack == null) {
      return Optional.empty();
    }
    long from = place == null ? pack.place(hash) : place;
    try {
      return Optional.of(new ByteArrayInputStream(SourcePack.read(pack.data(), from, hash)));
    } catch (NoSuchFileException e) { // who writes has moved what is left of the pack
      synchronized (this) {
        forget();
        pack = holder(hash);
      }
      return pack == null
          ? Optional.empty()
          : Optional.of(
              new ByteArrayInputStream(SourcePack.read(pack.data(), pack.place(hash), hash)));
    }
  }

  /** The pack that has a source; null if none has. */
  private @Nullable SourcePack holder(byte[] hash) throws IOException {
    for (int round = 0; round < 2; round++) {
      for (SourcePack pack : packs) {
        if (pack.place(hash) >= 0) {
          return pack;
        }
      }
      if (!look()) {
        return null;
      }
    }
    return null;
  }

  /** Reads what has changed since; whether anything has. */
  private boolean look() throws IOException {
    if (!Files.isDirectory(folder)) {
      packs = List.of();
      return false;
    }
    FileTime now = Files.getLastModifiedTime(folder);
    if (now.equals(listed)) {
      return false;
    }
    List<SourcePack> found = new ArrayList<>();
    for (Path data : SourcePack.in(folder)) {
      found.add(known(data));
    }
    packs = List.copyOf(found);
    listed = now;
    return true;
  }

  private SourcePack known(Path data) throws IOException {
    for (SourcePack pack : packs) {
      if (pack.data().equals(data) && !pack.isOutdated()) {
        return pack;
      }
    }
    return SourcePack.read(data);
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
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "keep*.tmp")) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
    List<Path> whole = SourcePack.in(folder);
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + SourcePack.DATA)) {
      for (Path data : all) {
        if (!whole.contains(data)) {
          Files.deleteIfExists(data);
        }
      }
    }
  }

  /** Drops every file but those that are needed, and what interrupted runs have left. */
  public synchronized void retain(Predicate<String> isNeeded) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    sync();
    dropLeftovers();
    dropFormer();
    dropAll(hash -> !isNeeded.test(HexFormat.of().formatHex(hash)));
  }

  /** Folders of an earlier format, which kept each source in a file of its own. */
  private void dropFormer() throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, "[0-9a-f][0-9a-f]")) {
      for (Path former : folders) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(former)) {
          for (Path file : files) {
            Files.deleteIfExists(file);
          }
        }
        Files.deleteIfExists(former);
      }
    }
  }

  private void dropAll(Predicate<byte[]> gone) throws IOException {
    sync();
    look();
    for (SourcePack pack : packs) {
      boolean any = false;
      for (int i = 0; i < pack.count() && !any; i++) {
        any = gone.test(pack.hash(i));
      }
      if (any) {
        SourcePack left = pack.with(new TreeMap<>(Arrays::compareUnsigned), pack.covered(), gone);
        winBack(left);
      }
    }
    forget();
  }

  /** What is known of packs is read again when it is asked for. */
  private void forget() {
    packs = List.of();
    listed = null;
  }

  /** Writes what is left of a pack anew where most of it is gone. */
  private void winBack(SourcePack pack) throws IOException {
    if (pack.count() == 0) {
      pack.delete();
    } else if (2 * pack.living() < pack.covered()) {
      TreeMap<byte[], Long> moved = new TreeMap<>(Arrays::compareUnsigned);
      Path fresh = folder.resolve("%06d.pack".formatted(1 + highest()));
      long at = 0;
      try (FileChannel out =
          FileChannel.open(fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        for (int i = 0; i < pack.count(); i++) {
          ByteBuffer record = pack.record(i);
          moved.put(pack.hash(i), at);
          while (record.hasRemaining()) {
            at += out.write(record, at);
          }
        }
        out.force(true);
      }
      var unused = SourcePack.empty(fresh).with(moved, at, hash -> false);
      pack.delete();
    }
  }

  private static byte[] hash(String sha256) {
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("not a SHA-256: " + sha256);
    }
    return HexFormat.of().parseHex(sha256);
  }
}
