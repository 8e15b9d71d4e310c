import asyncio


async def fetch(client, urls):
    async with client as session, session.lock:
        async for url in urls:
            if not url:
                continue
            yield await session.get(url)
        else:
            await asyncio.sleep(0)


async def collect(source):
    found = [item async for item in source if item]
    pairs = {item: [await one async for one in item] async for item in source}
    lazy = (await item for item in found)
    return found, pairs, lazy
