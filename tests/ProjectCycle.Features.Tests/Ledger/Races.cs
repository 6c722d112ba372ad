using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data.Postgres;
using ProjectCycle.Data.Sqlite;

namespace ProjectCycle.Features.Tests.Ledger;

/// <summary>Lets those who are about to begin a transaction wait for each other, so that they are truly beside each other.</summary>
internal sealed class Meeting : DbTransactionInterceptor
{
    private readonly TaskCompletionSource _met = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int? _missing;

    public void Register(IServiceCollection services) => services.Intercept(this);

    /// <summary>From now on so many are waited for.</summary>
    public void Of(int people) => _missing = people;

    public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        if (_missing is null)
            return result;
        lock (_met)
        {
            if (--_missing == 0)
                _met.SetResult();
        }
        await _met.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
        return result;
    }
}

/// <summary>Does something else, once, just before a question that holds some text goes to the database.</summary>
internal sealed class Meanwhile : DbCommandInterceptor
{
    private (string Text, Func<Task> Act)? _next;

    public void Register(IServiceCollection services) => services.Intercept(this);

    public void Before(string text, Func<Task> act) => _next = (text, act);

    /// <summary>It came to that.</summary>
    public bool IsDone => _next is null;

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (_next is not var (text, act) || !command.CommandText.Contains(text, StringComparison.Ordinal))
            return result;
        _next = null;
        await act();
        return result;
    }
}

internal static class Interceptors
{
    public static void Intercept(this IServiceCollection services, IInterceptor interceptor)
    {
        services.ConfigureDbContext<SqliteDbContext>(options => options.AddInterceptors(interceptor));
        services.ConfigureDbContext<PostgresDbContext>(options => options.AddInterceptors(interceptor));
    }
}
