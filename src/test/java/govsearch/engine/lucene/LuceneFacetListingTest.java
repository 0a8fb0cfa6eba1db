package govsearch.engine.lucene;

import govsearch.engine.FacetListingContract;

class LuceneFacetListingTest extends FacetListingContract implements LuceneUnderTest {}
