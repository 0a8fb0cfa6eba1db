package govsearch.engine.opensearch;

import govsearch.engine.SubstringContract;
import org.junit.jupiter.api.Tag;

@Tag("cluster")
class OpenSearchSubstringTest extends SubstringContract implements OpenSearchUnderTest {}
