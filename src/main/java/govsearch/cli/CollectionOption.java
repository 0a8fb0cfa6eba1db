package govsearch.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --index} and {@code --engine}: which collection a command is about. */
final class CollectionOption {

  @Option(names = "--index", paramLabel = "目录", description = "索引在哪里（默认：程序目录下的 index）")
  private @Nullable Path index;

  @Mixin private EngineOption engine = new EngineOption();

  /** The collection, to be read or changed. */
  Store store(Commands.Places places) {
    return engine.store(index, places);
  }

  /**
   * Opens the collection to be searched, within the time that a search may take.
   *
   * @throws govsearch.engine.UnusableIndexException if there is none, or it cannot be read
   */
  Store.Opened open(Commands.Places places) {
    return store(places).open(places.searchTimeLimit());
  }

  /**
   * The folder of an embedded engine's index, for what only that has.
   *
   * @param instead what to do where it is another engine, in Chinese
   * @throws UserMistakeException if it is
   */
  Path folder(Commands.Places places, String instead) {
    return engine.folder(index, places, instead);
  }
}
