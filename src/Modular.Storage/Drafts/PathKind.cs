namespace Modular.Storage.Drafts;

/// <summary>What is found at a path.</summary>
internal enum PathKind
{
    Nothing,
    File,
    Empty,
    Directory,

    /// <summary>A pipe, a socket, a link that leads nowhere.</summary>
    Other,
}
