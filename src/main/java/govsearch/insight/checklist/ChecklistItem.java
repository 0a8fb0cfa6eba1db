package govsearch.insight.checklist;

import govsearch.query.SearchRequest;

/**
 * Something that a report is to say.
 *
 * @param name as people call it; not empty
 * @param query what finds it, as it is typed into a search; not empty
 */
public record ChecklistItem(String name, String query) {

  /** The longest name. */
  public static final int LONGEST_NAME = 100;

  /**
   * An item.
   *
   * @throws ChecklistMistakeException if the name or query is missing or too long
   */
  public ChecklistItem {
    name = name.strip();
    query = query.strip();
    if (name.isEmpty() || query.isEmpty()) {
      throw new ChecklistMistakeException("每一项都要有名称和检索式");
    }
    if (name.length() > LONGEST_NAME) {
      throw new ChecklistMistakeException("名称最多 " + LONGEST_NAME + " 字");
    }
    if (query.length() > SearchRequest.MAX_QUERY_LENGTH) {
      throw new ChecklistMistakeException(
          "“" + name + "”的检索式最多 " + SearchRequest.MAX_QUERY_LENGTH + " 字");
    }
  }
}
