namespace Modular.Access;

/// <summary>The account that sent the request, with its rights as they stand now, not as they stood when it signed in.</summary>
public interface ICurrentViewer
{
    /// <summary>Null when nobody is signed in.</summary>
    Viewer? Viewer { get; }
}
