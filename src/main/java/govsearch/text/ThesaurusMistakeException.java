package govsearch.text;

/** A thesaurus file that is not in the format; its message says where, and what to do. */
public final class ThesaurusMistakeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ThesaurusMistakeException(String message) {
    super(message);
  }
}
