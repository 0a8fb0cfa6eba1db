package govsearch.ingest.places;

/** The tables of divisions cannot be used; the message says why, in Chinese. */
public final class UnusableDivisionsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnusableDivisionsException(String message) {
    super(message);
  }
}
