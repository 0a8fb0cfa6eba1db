package govsearch.engine.lucene.document;

import govsearch.engine.lucene.analysis.Fields;
import govsearch.engine.lucene.analysis.TermStream;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/**
 * The fields of paragraphs by which they are scored. Every document has them, be they empty: where
 * some lack a field, Lucene looks for the length of each match in a list of those that have it,
 * which took a third of the time in which the best are found.
 */
final class Weighed {

  /** Of {@link Fields#LITERAL}. */
  static final FieldType LITERAL = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

  /** Of {@link Fields#WORDS}. */
  static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS);

  /** Of {@link Fields#HEADINGS}. */
  static final FieldType HEADINGS = type(IndexOptions.DOCS_AND_FREQS);

  private Weighed() {}

  private static FieldType type(IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }

  /** Adds what a document that is no paragraph has of them. */
  static void addNone(Document document) {
    document.add(empty(Fields.LITERAL, LITERAL));
    document.add(empty(Fields.WORDS, WORDS));
    addNoHeadings(document);
  }

  /** Adds what a paragraph has that stands under no heading. */
  static void addNoHeadings(Document document) {
    document.add(empty(Fields.HEADINGS, HEADINGS));
  }

  private static Field empty(String name, FieldType type) {
    return new Field(name, new TermStream(List.of()), type);
  }
}
