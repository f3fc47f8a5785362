import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react()],
  build: {
    outDir: '../../dist/tab',
    emptyOutDir: true,
    // Few files on purpose: within Teams one request is quicker than several. Only the forms of a case’s parts come later.
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // Fluent marks each of its files for React server components; a browser bundle has no use for the mark.
      checks: { moduleLevelDirective: false },
    },
  },
});
