package govsearch.library;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The sources of an index as they are at one moment, held open, so that they can be copied while
 * another process goes on writing. What a pack's index covers is never written to again, and a file
 * that is open stays readable when it is dropped.
 */
public final class HeldSources implements Closeable {

  private static final int MOST_TRIES = 100;

  private final Path folder;
  private final List<Held> packs = new ArrayList<>();

  /** A pack as its index had it. */
  private record Held(SourcePack pack, FileChannel data) {}

  private HeldSources(Path folder) {
    this.folder = folder;
  }

  /** Holds those of an index. */
  public static HeldSources of(Path index) throws IOException {
    HeldSources held = new HeldSources(SourceStore.folder(index));
    for (int i = 1; ; i++) {
      try {
        held.hold();
        return held;
      } catch (NoSuchFileException e) { // who writes has moved what is left of a pack
        held.close();
        if (i == MOST_TRIES) {
          throw e;
        }
      } catch (IOException e) {
        held.close();
        throw e;
      }
    }
  }

  private void hold() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    for (Path data : SourcePack.in(folder)) {
      SourcePack pack = SourcePack.read(data); // first: the pack may grow, which does no harm
      packs.add(new Held(pack, FileChannel.open(data, StandardOpenOption.READ)));
    }
  }

  /**
   * Writes them into another index's directory, on disk when this returns.
   *
   * @param to a directory without sources
   */
  public void copy(Path to) throws IOException {
    Path copies = Files.createDirectories(SourceStore.folder(to));
    Path dictionary = SourceDictionary.file(folder);
    if (Files.exists(dictionary)) { // never changed, and on disk before anything needs it
      DurableFile.copy(dictionary, SourceDictionary.file(copies));
    }
    for (Held held : packs) {
      SourcePack pack = held.pack();
      Path data = copies.resolve(pack.data().getFileName());
      try (FileChannel out =
          FileChannel.open(data, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        long at = 0;
        while (at < pack.covered()) {
          long more = held.data().transferTo(at, pack.covered() - at, out);
          if (more <= 0) {
            throw SourceRecord.damaged(pack.data());
          }
          at += more;
        }
        out.force(true);
      }
      TreeMap<byte[], Long> places = new TreeMap<>(Arrays::compareUnsigned);
      for (int i = 0; i < pack.count(); i++) {
        byte[] hash = pack.hash(i);
        places.put(hash, pack.place(hash));
      }
      var unused = SourcePack.empty(data).with(places, pack.covered(), hash -> false);
    }
  }

  @Override
  public void close() throws IOException {
    for (Held held : packs) {
      held.data().close();
    }
    packs.clear();
  }
}
