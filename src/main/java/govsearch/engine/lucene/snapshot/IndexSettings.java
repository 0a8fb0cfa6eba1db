package govsearch.engine.lucene.snapshot;

import govsearch.text.Thesaurus;
import java.util.Map;

/**
 * What a collection is indexed with. It stands in every commit, so that whoever searches or adds to
 * an index does it as it was begun.
 *
 * @param ownThesaurus text of a person's file that extends the built-in thesaurus; may be empty
 */
public record IndexSettings(String ownThesaurus) {

  /** The built-in thesaurus. */
  public static final IndexSettings USUAL = new IndexSettings("");

  private static final String THESAURUS_KEY = "govsearch.thesaurus";

  /**
   * The concepts that there are in the index.
   *
   * @throws govsearch.text.ThesaurusMistakeException if the file's text has a mistake
   */
  public Thesaurus thesaurus() {
    Thesaurus builtIn = Thesaurus.builtIn();
    return ownThesaurus.isEmpty() ? builtIn : builtIn.and(Thesaurus.parse(ownThesaurus));
  }

  public void write(Map<String, String> commitData) {
    commitData.put(THESAURUS_KEY, ownThesaurus);
  }

  public static IndexSettings read(Map<String, String> commitData) {
    return new IndexSettings(commitData.getOrDefault(THESAURUS_KEY, ""));
  }
}
