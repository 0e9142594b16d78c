import { configure } from '@testing-library/react';

// How long a screen is waited for: see PATIENCE in vitest.config.ts.
configure({ asyncUtilTimeout: 10_000 });
