using System.Security.Cryptography;
using Modular.Contracts.Sites;
using Modular.Sites.Reading;
using Modular.Sites.Shapes;

namespace Modular.Sites.Files;

/// <summary>The file of the common core as it was read: its codes, or at least one fault.</summary>
internal sealed class NomenclatureFile
{
    private const string Name = "config/nomenclature.json";

    private static readonly ObjectShape<NomenclatureCodes> Shape = ShapeOfFile();

    private readonly NomenclatureCodes? _codes;

    private NomenclatureFile(NomenclatureCodes? codes, IReadOnlyList<Fault> faults, string hash) => (_codes, Faults, Hash) = (codes, faults, hash);

    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>Of its bytes; empty when they cannot be read.</summary>
    public string Hash { get; }

    /// <exception cref="InvalidOperationException">It has faults.</exception>
    public NomenclatureCodes Codes => _codes ?? throw new InvalidOperationException(string.Join(' ', Faults));

    public static NomenclatureFile Read(string path)
    {
        var faults = new Faults();
        if (BytesOf(path, faults) is not { } bytes)
        {
            return new(null, faults.Sorted, "");
        }

        NomenclatureCodes? codes = null;
        _ = SourceNodeReader.Read(Name, bytes, faults) is { } root && Shape.TryRead(root, new ReadingContext(Name, faults, new SourceMap(), []), out codes);
        return new(faults.Any ? null : codes, faults.Sorted, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static byte[]? BytesOf(string path, Faults faults)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            faults.Add(Name, Position.WholeFile, $"The file is missing.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            faults.Add(Name, Position.WholeFile, $"The file cannot be read.");
        }

        return null;
    }

    private static ObjectShape<NomenclatureCodes> ShapeOfFile()
    {
        var (problems, ageGroups) = (
            JsonKey.Required("problem", ValueShapes.SomeOf(SiteShape.CodeShape())), JsonKey.Required("age_group", ValueShapes.SomeOf(SiteShape.CodeShape())));
        return new([problems, ageGroups], read =>
        {
            IReadOnlyList<Code>[] lists = [read.Get(problems), read.Get(ageGroups)];
            foreach (var again in lists.SelectMany(list => list.GroupBy(code => code.Value).SelectMany(same => same.Skip(1))))
            {
                read.Reading.Note(read.Reading.Sources.Of(again, "code").At, $"There is another code in this list named \"{again.Value}\".");
            }

            return new NomenclatureCodes(read.Get(problems), read.Get(ageGroups));
        });
    }
}

internal sealed record NomenclatureCodes(IReadOnlyList<Code> Problems, IReadOnlyList<Code> AgeGroups);
