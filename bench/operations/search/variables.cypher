// Twelve pairs of words, in an order in which no headline begins with them; for the peer in the words of the index.
UNWIND [['idlib', 'hospital'], ['hama', 'mortar'], ['aleppo', 'sniper'], ['homs', 'explosion'], ['daraa', 'hospital'], ['raqqa', 'mines'],
  ['damascus', 'mortars'], ['idlib', 'market'], ['aleppo', 'children'], ['ghouta', 'doctors'], ['afrin', 'turkish'], ['hajin', 'coalition']] AS pair
RETURN pair[1] + ' ' + pair[0] AS text, '+' + pair[0] + ' +' + pair[1] AS phrase
