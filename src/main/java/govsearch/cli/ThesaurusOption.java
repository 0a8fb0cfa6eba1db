package govsearch.cli;

import govsearch.engine.lucene.snapshot.IndexSettings;
import govsearch.text.Thesaurus;
import govsearch.text.ThesaurusMistakeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --thesaurus}, for the commands that make an index anew. */
final class ThesaurusOption {

  @Option(
      names = "--thesaurus",
      paramLabel = "文件",
      description = "自备的同义说法表（UTF-8，格式同自带的），合并到自带的表里；记在索引里，以后的 sync 照用")
  private @Nullable Path file;

  /** What to index with. */
  IndexSettings settings() {
    if (file == null) {
      return IndexSettings.USUAL;
    }
    try {
      String text = Files.readString(file);
      Thesaurus unused = Thesaurus.parse(text);
      return new IndexSettings(text);
    } catch (ThesaurusMistakeException e) {
      throw new UserMistakeException("同义说法表 " + file + " 有误：" + e.getMessage());
    } catch (IOException e) {
      throw new UserMistakeException("同义说法表 " + file + " 读不出来：应是 UTF-8 的文本文件");
    }
  }
}
