package govsearch.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/** A reason is told to whoever looks at the library, so it does not say where on the disk. */
class ReadFailureTest {

  private static final String PATH = "/home/clerk/secret/a.txt";

  @Test
  void noReasonNamesThePath() {
    for (IOException e :
        new IOException[] {
          new AccessDeniedException(PATH),
          new NoSuchFileException(PATH),
          new FileSystemLoopException(PATH),
          new FileSystemException(PATH, null, "Input/output error"),
          new FileSystemException(PATH, PATH, null),
        }) {
      assertThat(ReadFailure.reason(e)).isNotBlank().doesNotContain("secret");
    }
    assertThat(ReadFailure.reason(new FileSystemException(PATH, null, "Input/output error")))
        .isEqualTo("读取失败：Input/output error");
    assertThat(ReadFailure.reason(new IOException("Is a directory"))).contains("Is a directory");
  }
}
