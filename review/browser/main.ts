import { drawPages } from './draw-pages.ts';
import { formsInPlace } from './forms-in-place.ts';
import { keysOfPage } from './keys.ts';
import { moveThroughList } from './list.ts';
import { closeMenus } from './menus.ts';
import { offerNextDocument, rememberList } from './next-document.ts';
import { moveThroughRecord } from './record.ts';
import { takeDrops } from './upload.ts';
import { followUploads } from './upload-progress.ts';

/** Every page loads this; each part does something only where it finds its elements. */
const keys = keysOfPage();
formsInPlace();
drawPages(keys);
offerNextDocument();
moveThroughRecord(keys);
rememberList();
moveThroughList(keys);
closeMenus();
takeDrops();
followUploads();
