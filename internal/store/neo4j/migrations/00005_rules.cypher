// No index is needed: (:Meta) gets the property rules, which says which rules made the judgements of rules; it is missing where nobody looked.
