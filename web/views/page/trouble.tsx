interface Props {
  readonly message: string;
  /** What was asked. */
  readonly operation?: string | undefined;
  readonly onRetry: () => void;
}

/** What went wrong, and a way to try again. */
export function Trouble({ message, operation, onRetry }: Props) {
  return (
    <div class="trouble" role="alert">
      <p>{message}</p>
      {operation && <p class="count">While asking: {operation}</p>}
      <button type="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}

/** A page of which nothing else can be shown. */
export function NotShown(props: Props) {
  return (
    <main class="view">
      <h1>Not to be shown</h1>
      <Trouble {...props} />
    </main>
  );
}
