package govsearch.engine.lucene.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.IndexableFieldType;
import org.jspecify.annotations.Nullable;

/** Fields of texts that are cut already; Lucene keeps the stream of one for the next. */
public final class EncodedFields {

  private EncodedFields() {}

  /** A text's bigrams; see {@link GramStream}. */
  public static Field grams(String name, EncodedText literal, IndexableFieldType type) {
    return new Grams(name, literal, type);
  }

  /** A text's words; see {@link WordStream}. */
  public static Field words(
      String name, CutText cut, EncodedText literal, IndexableFieldType type) {
    return new Words(name, cut, literal, type);
  }

  private static final class Grams extends Field {
    private final EncodedText literal;

    Grams(String name, EncodedText literal, IndexableFieldType type) {
      super(name, type);
      this.literal = literal;
    }

    @Override
    public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
      if (reuse instanceof GramStream stream) {
        stream.restart(literal);
        return stream;
      }
      return new GramStream(literal);
    }
  }

  private static final class Words extends Field {
    private final CutText cut;
    private final EncodedText literal;

    Words(String name, CutText cut, EncodedText literal, IndexableFieldType type) {
      super(name, type);
      this.cut = cut;
      this.literal = literal;
    }

    @Override
    public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
      if (reuse instanceof WordStream stream) {
        stream.restart(cut, literal);
        return stream;
      }
      return new WordStream(cut, literal);
    }
  }
}
