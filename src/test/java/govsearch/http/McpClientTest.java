package govsearch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /mcp} as the client of the protocol's own SDK finds it. */
class McpClientTest {

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.forAssistants(null);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-06-18", "2025-11-25"})
  void isFoundListedAndAsked(String version) {
    HttpClientStreamableHttpTransport transport =
        HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + server.port())
            .endpoint("/mcp")
            .supportedProtocolVersions(List.of(version))
            .build();
    try (McpSyncClient client =
        McpClient.sync(transport)
            .requestTimeout(Duration.ofSeconds(30))
            .enableCallToolSchemaCaching(true)
            .build()) {
      assertThat(client.initialize().protocolVersion()).isEqualTo(version);
      assertThat(client.getServerInfo().name()).isEqualTo("govsearch");
      assertThat(client.getServerInstructions()).contains("citation");
      assertThat(client.listTools().tools()).extracting(Tool::name).contains("search", "fetch");
      // The client itself holds the answer to the tool's output schema.
      CallToolResult found =
          client.callTool(
              CallToolRequest.builder("search")
                  .arguments(Map.of("query", "“法律明白人”", "size", 2))
                  .build());
      assertThat(found.isError()).isFalse();
      assertThat(found.structuredContent().toString()).contains("法律明白人", "本库没有对外的网址");
      CallToolResult refused =
          client.callTool(
              CallToolRequest.builder("fetch").arguments(Map.of("id", "aaaaaaaaaaaa")).build());
      assertThat(refused.isError()).isTrue();
      assertThat(client.ping()).isNotNull();
    }
  }
}
