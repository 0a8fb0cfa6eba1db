package govsearch.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The packs of a folder, read again when another process has changed them. For one thread. */
final class SourcePacks {

  private static final Pattern NUMBER = Pattern.compile("([0-9]{6})\\.pack");

  /** A pack that is longer is appended to no more; what is dropped of it costs its half to win. */
  private static final long LONG = 64L << 20;

  private final Path folder;
  private List<SourcePack> packs = List.of();
  private @Nullable FileTime listed;

  SourcePacks(Path folder) {
    this.folder = folder;
  }

  /** The pack that has a source; null if none has. */
  @Nullable SourcePack holder(byte[] hash) throws IOException {
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

  /** As they are now. */
  List<SourcePack> all() throws IOException {
    look();
    return packs;
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

  /** What is known of packs is read again when it is asked for. */
  void forget() {
    packs = List.of();
    listed = null;
  }

  /** The pack to append to: the last one, or a new one. The folder is there. */
  SourcePack last() throws IOException {
    look();
    return packs.isEmpty() || packs.getLast().covered() >= LONG
        ? SourcePack.empty(fresh())
        : packs.getLast();
  }

  /** A name behind those of all packs, one without an index included. */
  private Path fresh() throws IOException {
    int highest = 0;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path file : all) {
        var number = NUMBER.matcher(file.getFileName().toString());
        highest = number.matches() ? Math.max(highest, Integer.parseInt(number.group(1))) : highest;
      }
    }
    return folder.resolve("%06d.pack".formatted(1 + highest));
  }

  /** Drops sources, and writes anew what is left of packs that are mostly gone. */
  void drop(Predicate<byte[]> gone) throws IOException {
    look();
    for (SourcePack pack : packs) {
      boolean any = false;
      for (int i = 0; i < pack.count() && !any; i++) {
        any = gone.test(pack.hash(i));
      }
      if (any) {
        winBack(pack.with(new TreeMap<>(Arrays::compareUnsigned), pack.covered(), gone));
      }
    }
    forget();
  }

  private void winBack(SourcePack pack) throws IOException {
    if (pack.count() == 0) {
      pack.delete();
    } else if (2 * pack.living() < pack.covered()) {
      TreeMap<byte[], Long> moved = new TreeMap<>(Arrays::compareUnsigned);
      Path fresh = fresh();
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

  /** Drops what runs that were killed have left half written. Only for who alone writes. */
  void dropLeftovers() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, DurableFile.LEFTOVERS)) {
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

  /** Drops folders of an earlier format, which kept each source in a file of its own. */
  void dropFormer() throws IOException {
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
}
