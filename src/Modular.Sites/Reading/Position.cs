namespace Modular.Sites.Reading;

/// <summary>Where something begins in a text file, counted from 1. <see cref="WholeFile"/> means no place in particular.</summary>
internal readonly record struct Position(int Line, int Column)
{
    public static readonly Position WholeFile = new(0, 0);
}
