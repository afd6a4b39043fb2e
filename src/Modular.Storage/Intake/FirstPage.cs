using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Modular.Intake.Situations;

namespace Modular.Storage.Intake;

/// <summary>
/// The first page of a list of a site, and how long that is. It is asked all day: EF reads such a question once, and not each time. A list that ends on its
/// first page is not counted; a longer one is counted in its order: without one, SQLite looks through all that the site ever had for the few that are open.
/// </summary>
internal sealed class FirstPage
{
    private readonly Func<IntakeContext, string, int, IAsyncEnumerable<SituationRow>> _rows;
    private readonly Func<IntakeContext, string, int, CancellationToken, Task<int>> _count;

    /// <param name="list">What of a site's situations is in the list, in its order.</param>
    /// <param name="head">What of each is read.</param>
    public FirstPage(Func<IQueryable<SituationRow>, IQueryable<SituationRow>> list, Expression<Func<SituationRow, SituationRow>> head)
    {
        Expression<Func<IntakeContext, string, IQueryable<SituationRow>>> ofSite =
            (context, site) => context.Situations.AsNoTracking().Where(row => row.Site == site);
        var (all, most) = (Array.Empty<SituationRow>().AsQueryable(), Expression.Parameter(typeof(int), "most"));
        var listed = ReplacingExpressionVisitor.Replace(all.Expression, ofSite.Body, list(all).Expression);
        var first = Of(nameof(Queryable.Take), listed, most);
        var rows = Expression.Call(typeof(Queryable), nameof(Queryable.Select), [typeof(SituationRow), typeof(SituationRow)], first, Expression.Quote(head));
        var (context, site) = (ofSite.Parameters[0], ofSite.Parameters[1]);
        _rows = EF.CompileAsyncQuery(Expression.Lambda<Func<IntakeContext, string, int, IQueryable<SituationRow>>>(rows, context, site, most));
        _count = EF.CompileAsyncQuery(Expression.Lambda<Func<IntakeContext, string, int, CancellationToken, int>>(
            Of(nameof(Queryable.Count), first), context, site, most, Expression.Parameter(typeof(CancellationToken))));
    }

    /// <param name="context">What the question is asked of.</param>
    /// <param name="site">The site.</param>
    /// <param name="most">One more than the page shows: it tells whether there is a next one.</param>
    public async Task<(IReadOnlyList<SituationRow> Rows, int Length)> ReadAsync(
        IntakeContext context, string site, int most, CancellationToken cancellation)
    {
        var rows = await _rows(context, site, most).ToListAsync(cancellation);
        return (rows, rows.Count < most ? rows.Count : await _count(context, site, SituationList.MostCounted + 1, cancellation));
    }

    private static MethodCallExpression Of(string method, params Expression[] rows) =>
        Expression.Call(typeof(Queryable), method, [typeof(SituationRow)], rows);
}
