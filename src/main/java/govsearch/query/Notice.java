package govsearch.query;

/**
 * What was read leniently, and where.
 *
 * @param code stable name, such as {@code unclosed-quote}
 * @param message in Chinese, for the person who typed the query
 * @param start first UTF-16 offset in the query as typed
 * @param end offset behind
 */
public record Notice(String code, String message, int start, int end) {}
