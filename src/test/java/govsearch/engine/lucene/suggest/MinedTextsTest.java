package govsearch.engine.lucene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/** When phrases have to be mined anew. */
class MinedTextsTest {

  private static void add(IndexWriter writer, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      Document document = new Document();
      document.add(new StringField("id", Integer.toString(i), Field.Store.NO));
      writer.addDocument(document);
    }
    writer.commit();
  }

  private static boolean isNearly(MinedTexts mined, Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return mined.isNearly(reader);
    }
  }

  @Test
  void aFewOthersMakeNoDifferenceAndManyDo() throws IOException {
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer =
            new IndexWriter(
                directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
      add(writer, 0, 200);
      try (DirectoryReader first = DirectoryReader.open(directory)) {
        MinedTexts mined = MinedTexts.of(first, Map.of(), List.of());
        assertThat(mined.isNearly(first)).isTrue();
        assertThat(isNearly(mined, directory)).as("opened anew").isTrue();
        add(writer, 200, 202);
        // The segment's core is kept alive by its first reader, as a snapshot keeps it.
        try (DirectoryReader second = DirectoryReader.openIfChanged(first)) {
          assertThat(second).isNotNull();
          assertThat(mined.isNearly(second)).isTrue();
          writer.deleteDocuments(new Term("id", "7"), new Term("id", "8"));
          writer.commit();
          try (DirectoryReader third = DirectoryReader.openIfChanged(second)) {
            assertThat(third).isNotNull();
            assertThat(mined.isNearly(third)).isTrue();
          }
          add(writer, 202, 209);
          try (DirectoryReader fourth = DirectoryReader.openIfChanged(second)) {
            assertThat(fourth).isNotNull();
            assertThat(mined.isNearly(fourth)).isFalse();
          }
        }
        assertThat(isNearly(mined, directory)).as("opened anew, with what came since").isFalse();
      }
    }
  }
}
