// Imported before anything else: zod would try to compile its checks with eval, which the page's content security policy refuses.
import { z } from 'zod';

z.config({ jitless: true });
