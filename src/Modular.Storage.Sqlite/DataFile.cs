namespace Modular.Storage.Sqlite;

/// <summary>The files of the data folder. The access journal is apart from the data (CNIL 2021-122).</summary>
internal enum DataFile
{
    Main,
    Journal,
}
