package govsearch.ingest.sync;

import govsearch.engine.UnusableIndexException;
import govsearch.library.IntakeRefusedException;
import java.time.Duration;
import java.util.Optional;

/** Gives what people ask for over HTTP its turn at the collection, or says that it gets none. */
final class IntakeTurns {

  static final String UPLOAD = "upload";
  static final String DELETE = "delete";
  static final String CORRECT = "correct";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final LibraryWriter writer;

  IntakeTurns(LibraryWriter writer) {
    this.writer = writer;
  }

  /**
   * Does it when it is its turn.
   *
   * @param kind of the run
   * @throws IntakeRefusedException if others are at it all the time
   */
  void run(String kind, LibraryWriter.Change<?> change) {
    Optional<?> done;
    try {
      done = writer.change(PATIENCE, change);
    } catch (UnusableIndexException e) {
      throw new IntakeRefusedException(
          IntakeRefusedException.Cause.BUSY, e.getMessage() + "；" + undone(kind));
    }
    if (done.isEmpty()) {
      throw new IntakeRefusedException(
          IntakeRefusedException.Cause.BUSY, "正在更新收藏，暂时轮不到；" + undone(kind));
    }
  }

  private static String undone(String kind) {
    return switch (kind) {
      case DELETE -> "没有删除，请稍后再试";
      case CORRECT -> "没有更正，请稍后再试";
      default -> "文件未收录，请稍后再传";
    };
  }
}
