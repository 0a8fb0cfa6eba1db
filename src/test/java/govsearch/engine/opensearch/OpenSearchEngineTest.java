package govsearch.engine.opensearch;

import govsearch.engine.SearchEngineContract;
import org.junit.jupiter.api.Tag;

@Tag("cluster")
class OpenSearchEngineTest extends SearchEngineContract implements OpenSearchUnderTest {}
