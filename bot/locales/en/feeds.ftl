# Feeds: stock that comes by itself, in English.

feeds-title = Feeds
feeds-none = There are no feeds. The person who runs this bot adds them with “hangtag feed add”.
feed-interval = runs every { $interval }
feed-age = Figures from { $age }
feed-age-late = Later than promised: { $age }
feed-no-figures = No figures yet
feed-failing = Failed runs in a row: { $count }. { $why }
feed-waits = Batch { $batch } waits for an admin.
feed-asks = The feed { $feed } didn’t apply this by itself
feed-gave-up = The feed { $feed } has failed { $count } times in a row. { $why } The stock in the catalogue stays as it was.
stock-from-feed = { $feed }, { $age } ({ $when })
stock-from-feed-late = { $feed }, { $age }: older than it should be ({ $when })
