package govsearch.model;

import org.jspecify.annotations.Nullable;

/** A model cannot be used; says in Chinese what to do. */
public final class UnusableModelException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnusableModelException(String message) {
    this(message, null);
  }

  UnusableModelException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
