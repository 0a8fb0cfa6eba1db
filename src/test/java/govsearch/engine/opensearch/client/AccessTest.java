package govsearch.engine.opensearch.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import govsearch.engine.UnusableIndexException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
  @TempDir private Path folder;

  @Test
  void takesSeveralAddresses() {
    assertThat(Access.to("https://a.example:9200/, http://b.example:9201").nodes())
        .containsExactly(URI.create("https://a.example:9200"), URI.create("http://b.example:9201"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.example:9200",
        "ftp://a.example",
        "http://",
        "http://u:p@a:9200",
        "http://a b"
      })
  void refusesWhatIsNoServer(String typed) {
    assertThatThrownBy(() -> Access.to(typed)).isInstanceOf(UnusableIndexException.class);
  }

  @Test
  void tellsNobodyWhatItIsLetInBy() {
    Access access = Access.to("http://a:9200").withPassword("名字", "secret");
    assertThat(access.authorization()).startsWith("Basic ");
    assertThat(access.toString()).doesNotContain("Basic", "secret");
    assertThat(Access.to("http://a:9200").withToken("secret").toString()).doesNotContain("secret");
  }

  @Test
  void aFileWithoutCertificatesIsNoAuthority() throws IOException {
    Path file = Files.writeString(folder.resolve("ca.pem"), "nothing");
    Access access = Access.to("https://a:9200");
    assertThatThrownBy(() -> access.trusting(file)).isInstanceOf(UnusableIndexException.class);
    assertThatThrownBy(() -> access.trusting(folder.resolve("none")))
        .isInstanceOf(UnusableIndexException.class);
  }
}
