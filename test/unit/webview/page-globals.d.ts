// The little of a browser that the page's state names. The page's own project, webview/tsconfig.json, has all of it.
declare const document: { hasFocus(): boolean };
declare const window: {
  innerWidth: number;
  addEventListener(type: 'message', listen: (event: { data: unknown }) => void): void;
};
