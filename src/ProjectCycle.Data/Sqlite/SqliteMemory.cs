using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ProjectCycle.Data.Sqlite;

/// <summary>Lets each connection keep more of the file in memory than SQLite's 2 MB: a list of thousands reads more than that again and again.</summary>
internal sealed class SqliteMemory : DbConnectionInterceptor
{
    /// <summary>At most, and only what is read; few connections are open at a time.</summary>
    private const string KeepTwelveMegabytes = "PRAGMA cache_size = -12288";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = KeepTwelveMegabytes;
        command.ExecuteNonQuery();
    }

    /// <summary>SQLite has nothing to wait for here.</summary>
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
