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

    public void Register(IServiceCollection services)
    {
        services.ConfigureDbContext<SqliteDbContext>(options => options.AddInterceptors(this));
        services.ConfigureDbContext<PostgresDbContext>(options => options.AddInterceptors(this));
    }

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
