using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ProjectCycle.Data.Sqlite;

/// <summary>
/// Lets SQLite read the file through the memory of the system instead of copying it page by page: a list reads hundreds of pages,
/// and each copy is a call into the system.
/// </summary>
internal sealed class SqliteMemory : DbConnectionInterceptor
{
    /// <summary>Of address space, not of memory; a larger file is read as before from there on.</summary>
    private const string MapHalfAGigabyte = "PRAGMA mmap_size = 536870912";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = MapHalfAGigabyte;
        command.ExecuteNonQuery();
    }

    /// <summary>SQLite has nothing to wait for here.</summary>
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
