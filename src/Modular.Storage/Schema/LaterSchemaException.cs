namespace Modular.Storage.Schema;

/// <summary>A database that is ahead of this version.</summary>
internal sealed class LaterSchemaException(string sentence) : IOException(sentence);
