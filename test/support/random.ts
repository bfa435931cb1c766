import fc from 'fast-check';

// Where a change is judged, every run tries the same random inputs; everywhere else each run tries others.
if (process.env.CI) fc.configureGlobal({ seed: 973 });
